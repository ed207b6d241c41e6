import asyncio

CALLS_BACK = True  #@param {type:"boolean"}


def send_parcel(town, on_delivered, on_lost):
    """Callback style: returns at once, calls one of the two later."""
    loop = asyncio.get_running_loop()
    if town == "Atlantis":
        loop.call_later(2, on_lost, LookupError(f"no road to {town}"))
    elif CALLS_BACK:
        loop.call_later(3, on_delivered, f"delivered in {town}")


def parcel(town):
    """The same for await: the callbacks complete a future."""
    future = asyncio.get_running_loop().create_future()
    send_parcel(town, future.set_result, future.set_exception)
    return future


async def main():
    for town in "Atlantis", "Kyoto":
        try:
            print(await parcel(town))
        except LookupError as error:
            print("lost:", error)


asyncio.run(main())
