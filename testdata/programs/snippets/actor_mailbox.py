# actors with match statements on their messages
import asyncio
from dataclasses import dataclass
from typing import Any, Never, assert_never


@dataclass(frozen=True)
class Deposit:
    amount: int


@dataclass(frozen=True)
class Withdraw:
    amount: int
    reply_to: asyncio.Future


@dataclass(frozen=True)
class Balance:
    reply_to: asyncio.Future


class Stop:
    __slots__ = ()
    __match_args__ = ()


Message = Deposit | Withdraw | Balance | Stop


class Actor:
    def __init__(self):
        self._inbox: asyncio.Queue[Message] = asyncio.Queue()
        self._task = asyncio.create_task(self._run(), name=type(self).__name__)

    def tell(self, m: Message): self._inbox.put_nowait(m)

    async def ask(self, make, *a):
        fut = asyncio.get_running_loop().create_future()
        self.tell(make(*a, fut))
        return await fut

    async def _run(self):
        while True:
            m = await self._inbox.get()
            if isinstance(m, Stop):
                break
            await self.receive(m)

    async def receive(self, m: Message) -> None:
        raise NotImplementedError

    async def stop(self):
        self.tell(Stop())
        await self._task


class Account(Actor):
    balance = 0

    async def receive(self, m):
        match m:
            case Deposit(amount) if amount <= 0:
                print("ignored", m)
            case Deposit(amount=n):
                self.balance += n
            case Withdraw(n, reply_to=f) if n > self.balance:
                f.set_exception(ValueError(f"only {self.balance}"))
            case Withdraw(n, f):
                self.balance -= n
                await asyncio.sleep(0.1)
                f.set_result(n)
            case Balance(f):
                f.set_result(self.balance)
            case _ as unreachable:
                assert_never(unreachable)


async def main():
    acc = Account()
    acc.tell(Deposit(100)); acc.tell(Deposit(-5))
    print(await acc.ask(Balance))
    print(await acc.ask(Withdraw, 30))
    rs = await asyncio.gather(acc.ask(Withdraw, 50), acc.ask(Withdraw, 50), acc.ask(Balance), return_exceptions=True)
    print(rs)
    print(acc._task)
    await acc.stop()
    print(acc._task)
    print(Deposit(3), Deposit(3) == Deposit(3), hash(Deposit(3)) == hash(Deposit(3)), Message)
    try:
        Deposit(1).amount = 3
    except Exception as e:
        print(type(e), e)
    bad = Account()
    bad.tell("garbage")
    await bad._task

asyncio.run(main())
