# files written and read in threads
import asyncio, os
from pathlib import Path
async def save(i):
    def work():
        Path(f"res_{i}.txt").write_text(f"result {i}\n" * 2)
        return os.path.getsize(f"res_{i}.txt")
    return await asyncio.to_thread(work)
async def main():
    print(await asyncio.gather(*(save(i) for i in range(4))))
    total = 0
    for p in sorted(Path(".").glob("res_*.txt")):
        total += len((await asyncio.to_thread(p.read_text)).split())
        p.unlink()
    print(total)
asyncio.run(main())
