# open(): modes, positions, errors; os on files in memory
import os, json, io
with open("notes.txt", "w") as f:
    print(f.write("héllo\nworld\n"), f.name, f.mode, f.encoding, f.closed)
    print("third", file=f)
print(f.closed, f)
with open("notes.txt") as f:
    print(f.readline(), f.read(3), f.readlines())
for n, line in enumerate(open("notes.txt", encoding="utf-8"), 1): print(n, line.rstrip())
with open("notes.txt", "a") as f: f.writelines(["a\n", "b\n"])
with open("notes.txt", "rb") as f:
    print(f.read(4), f.tell(), f.seek(-2, os.SEEK_END), f.read(), f)
with open("notes.txt", "r+") as f:
    f.seek(0); f.write("J"); f.seek(0); print(f.read()); f.truncate(3)
print(os.path.getsize("notes.txt"), os.path.exists("notes.txt"), os.path.isfile("notes.txt"), os.path.isdir("."), os.stat("notes.txt").st_size)
json.dump({"a": [1, 2]}, open("d.json", "w")); print(json.load(open("d.json")))
os.makedirs("out/deep", exist_ok=True); os.rename("d.json", "out/deep/e.json"); print(os.listdir("out"), sorted(os.listdir("out/deep")))
print([(d, sorted(ds), sorted(fs)) for d, ds, fs in os.walk("out")], [e.name for e in os.scandir("out") if e.is_dir()])
for bad in (lambda: open("nope.txt"), lambda: open("out"), lambda: open("x/y/z", "w"), lambda: open("a", "q"), lambda: open("a", "rw"), lambda: open("a", "rbt"), lambda: open("a", "rb", encoding="utf8"),
            lambda: open("notes.txt", "x"), lambda: os.remove("nope"), lambda: os.mkdir("out"), lambda: os.rmdir("out"), lambda: open("notes.txt").write("x"), lambda: open("w.txt", "w").read(),
            lambda: f.read(), lambda: f.write("x"), lambda: open("w.txt", "w").write(b"x"), lambda: open("w.txt", "wb").write("x"), lambda: open(None), lambda: open("w.txt", 5), lambda: os.listdir("notes.txt"), lambda: os.rename("q", "r"),
            lambda: open("notes.txt/x"), lambda: open("w.txt", encoding="nope"), lambda: open(""), lambda: open("w.txt", "wb").read(), lambda: os.stat("zip")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e, getattr(e, "filename", "-"))
os.remove("notes.txt"); os.remove("w.txt"); import shutil; shutil.rmtree("out"); print(os.path.exists("out"))
open("gone.txt")
