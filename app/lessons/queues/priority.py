import asyncio


async def nurse(queue):
    while not queue.empty():
        urgency, patient = await queue.get()
        print(f"{patient} (urgency {urgency})")
        await asyncio.sleep(1)


async def main():
    queue = asyncio.PriorityQueue()
    for patient in [(3, "cough"), (1, "heart"), (2, "broken arm")]:
        queue.put_nowait(patient)
    later = asyncio.get_running_loop().call_later(1.5, queue.put_nowait, (0, "helicopter"))
    await nurse(queue)


asyncio.run(main())
