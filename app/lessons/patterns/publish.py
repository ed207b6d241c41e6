import asyncio

SLOW = 0.9  #@param {type:"slider", min:0.1, max:2, step:0.1}

mailboxes = []


async def subscriber(name, seconds):
    mailbox = asyncio.Queue()
    mailboxes.append(mailbox)
    while (news := await mailbox.get()) is not None:
        await asyncio.sleep(seconds)
        print(f"{name} has read {news!r}, {mailbox.qsize()} more wait")


def publish(news):
    for mailbox in mailboxes:
        mailbox.put_nowait(news)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(subscriber("quick", 0.1), name="quick")
        group.create_task(subscriber("slow", SLOW), name="slow")
        for news in ["rain", "wind", "sun", "snow"]:
            await asyncio.sleep(0.5)
            publish(news)
        publish(None)


asyncio.run(main())
