# decimals and dates in a table
import datetime as dt, decimal, enum, collections, textwrap, operator, itertools, typing
D = decimal.Decimal
class TxKind(str, enum.Enum):
    DEPOSIT = "deposit"; WITHDRAW = "withdraw"; FEE = "fee"
class Tx(typing.NamedTuple):
    when: dt.date; kind: TxKind; amount: D; note: str = ""
    def signed(self): return self.amount if self.kind is TxKind.DEPOSIT else -self.amount
class InsufficientFunds(Exception):
    def __init__(self, need, have): self.need, self.have = need, have
    def __str__(self): return f"need {self.need:.2f}, have {self.have:.2f}"
class Account:
    _ids = itertools.count(1000)
    def __init__(self, owner): self.id, self.owner, self.txs = next(self._ids), owner, []
    @property
    def balance(self): return sum((t.signed() for t in self.txs), D(0))
    def _add(self, kind, amount, note="", when=dt.date(2024, 1, 1)):
        amount = D(str(amount)).quantize(D("0.01"), rounding=decimal.ROUND_HALF_EVEN)
        if kind is not TxKind.DEPOSIT and amount > self.balance: raise InsufficientFunds(amount, self.balance)
        self.txs.append(Tx(when + dt.timedelta(days=len(self.txs) * 10), kind, amount, note)); return self
    def deposit(self, a, n=""): return self._add(TxKind.DEPOSIT, a, n)
    def withdraw(self, a, n=""): return self._add(TxKind.WITHDRAW, a, n)
    def statement(self):
        lines = [f"{'Date':<12}{'Kind':<10}{'Amount':>12}{'Balance':>12}  Note", "=" * 60]; bal = D(0)
        for t in self.txs:
            bal += t.signed(); lines.append(f"{t.when:%d %b %Y} {t.kind.value:<10}{t.signed():>+12,.2f}{bal:>12,.2f}  {textwrap.shorten(t.note, 14)}")
        return "\n".join(lines)
a = Account("Zoë").deposit(1234.565, "salary for January and more").withdraw("99.995").deposit(D("1e3"))
a._add(TxKind.FEE, 2.5, "monthly")
print(a.statement()); print(a.balance, repr(a.balance), a.txs[0], sep="\n")
try: a.withdraw(10 ** 6)
except InsufficientFunds as e: print("error:", e, e.args)
by = collections.defaultdict(D)
for t in a.txs: by[t.kind] += t.amount
print({k.value: str(v) for k, v in sorted(by.items(), key=operator.itemgetter(1), reverse=True)}, f"{TxKind.FEE}", TxKind.FEE == "fee", str(TxKind.FEE), TxKind.FEE.title())
print({k: [t.note for t in g] for k, g in itertools.groupby(sorted(a.txs, key=lambda t: t.kind), key=operator.attrgetter("kind.name"))})
ctx = decimal.getcontext(); print(ctx.prec, ctx.rounding, D("1.10") + 1, D(7) // 2, D(-7) % 3, D("2.50").normalize(), D("123.456").to_integral_value(), round(D("2.345"), 2), D(10).ln().quantize(D("0.001")), D("1E-7"), D("0.00001"), D("1234567.891").to_eng_string(), D(3).compare(D(2)), max(D(1), D("2.0")), D("1.0") == 1, hash(D(1)) == hash(1), D((1, (3, 1, 4), -2)), D("3.14").as_tuple(), D.from_float(0.1), int(D("9.9")), abs(D("-1")), D("NaN").is_nan(), D("inf"), D(2) ** 10, D(2) ** D("0.5"), divmod(D(17), 5))
