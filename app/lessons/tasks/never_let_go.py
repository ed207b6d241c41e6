import asyncio

background = set()


async def write_log(line):
    await asyncio.sleep(0.2)
    print("log:", line)


def start_log(line):
    task = asyncio.create_task(write_log(line))
    background.add(task)                        # somebody must hold the task
    task.add_done_callback(background.discard)  # until it is done


async def main():
    for line in ["start", "work", "stop"]:
        start_log(line)
        await asyncio.sleep(0.1)
    print("still running:", len(background))
    await asyncio.gather(*background)
    print("still running:", len(background))


asyncio.run(main())
