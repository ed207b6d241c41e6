# Random operations of decimal in all rounding modes.
from decimal import *
import random
random.seed(7)
def rnd():
    digits=''.join(random.choice('0123456789') for _ in range(random.randint(1,random.choice([3,10,35]))))
    e=random.choice([0,0,0,-2,-5,3,10,-20,40])
    return Decimal(random.choice(['','-'])+digits+f'E{e}')
ctx=getcontext()
out=[]
for i in range(60):
    ctx.prec=random.choice([3,9,28]); ctx.rounding=random.choice([ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP])
    a,b=rnd(),rnd()
    for op in ('+','-','*','/','//','%','<','==', 'q', 'sqrt','norm','fmt','exp','ln','log10'):
        try:
            if op=='+': r=a+b
            elif op=='-': r=a-b
            elif op=='*': r=a*b
            elif op=='/': r=a/b
            elif op=='//': r=a//b
            elif op=='%': r=a%b
            elif op=='<': r=a<b
            elif op=='==': r=a==b
            elif op=='q': r=a.quantize(b)
            elif op=='sqrt': r=a.sqrt()
            elif op=='norm': r=a.normalize()
            elif op=='fmt':
                r=[format(a,s) for s in ('.2f','.3e',',','12.1f','g','.5g','<8','^9.0f')]
            elif op=='exp' and abs(a)<50: r=a.exp()
            elif op=='ln': r=a.ln()
            elif op=='log10': r=a.log10()
            elif op=='pow': r=a**random.randint(-5,9)
            else: r=None
            r=str(r)
        except Exception as e: r=type(e).__name__
        print(i, ctx.prec, ctx.rounding[6:], a, op, b, r)
