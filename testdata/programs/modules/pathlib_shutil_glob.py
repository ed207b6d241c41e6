# pathlib, shutil, glob, tempfile
from pathlib import Path, PurePosixPath, PurePath
import shutil, tempfile, glob, os
p = Path("data") / "sub" / "report.tar.gz"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, list(p.parents), p.with_suffix(".zip"), p.with_name("x"), p.with_stem("y"), p.exists(), p.is_absolute())
print(Path("/a/b/../c"), Path("a//b/./c/"), Path(), Path("/") / "/abs", "x" / Path("y"), Path("a", "b", "c"), p == Path("data/sub/report.tar.gz"), Path("b") < Path("c"), PurePosixPath("/etc/x").relative_to("/etc"), p.is_relative_to("data"), p.match("*.gz"), p.match("sub/*"))
p.parent.mkdir(parents=True, exist_ok=True)
print(p.write_text("hello"), p.read_text(), p.read_bytes(), p.stat().st_size, p.is_file(), p.parent.is_dir())
(p.parent / "a.txt").touch(); (p.parent / "b.py").write_bytes(b"print()")
print(sorted(x.name for x in p.parent.iterdir()), sorted(map(str, Path("data").rglob("*.py"))), sorted(map(str, Path("data").glob("**/*"))), sorted(map(str, Path("data").glob("sub/*.txt"))), sorted(glob.glob("data/*/*.py")), sorted(glob.glob("data/**", recursive=True)), sorted(glob.glob("data/**/*.py", recursive=True)))
with p.open("a") as f: f.write("!")
print(p.read_text(), [*Path("data").walk()][0][1:])
for bad in (lambda: Path("zz").read_text(), lambda: p.parent.mkdir(), lambda: Path("q/w").mkdir(), lambda: p.parent.rmdir(), lambda: Path("zz").unlink(), lambda: p.relative_to("x"), lambda: p.with_suffix("zip"), lambda: Path(5), lambda: Path("x") / 5, lambda: list(Path("zz").iterdir()), lambda: p.write_text(b"")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
Path("zz").unlink(missing_ok=True)
shutil.copy(p, "data/copy.gz"); shutil.copytree("data", "data2"); shutil.move("data2/copy.gz", "data2/moved"); print(sorted(os.listdir("data2")), Path("data2/moved").read_text())
shutil.rmtree("data"); shutil.rmtree("data2"); print(Path("data").exists())
with tempfile.TemporaryDirectory() as d:
    t = Path(d) / "f"; t.write_text("x"); print(t.exists(), Path(d).name.startswith("tmp"))
print(t.exists(), Path(d).exists())
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
    f.write("abc"); f.seek(0); print(f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
print({Path("a"): 1}[Path("a")], str(Path("~/x").expanduser()) != "~/x", Path("a/b").as_posix(), os.fspath(Path("q")), os.path.join(Path("a"), "b"), f"{Path('a')!s:>5}")
