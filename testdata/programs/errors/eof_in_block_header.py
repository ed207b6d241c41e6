# The file ends within a def header.
async def main(
