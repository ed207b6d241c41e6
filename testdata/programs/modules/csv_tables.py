# csv: readers, writers, dialects, errors
import csv, io, os
with open("people.csv", "w", newline="") as f:
    w = csv.writer(f); w.writerow(["name", "age", "note"]); w.writerows([["Ann", 30, 'says "hi"'], ["Bob, Jr", None, "multi\nline"], ["Zoë", 4.5, ""]])
print(repr(open("people.csv", newline="").read()))
with open("people.csv", newline="") as f:
    r = csv.DictReader(f)
    print(r.fieldnames)
    for row in r: print(r.line_num, row)
os.remove("people.csv")
print(list(csv.reader(["a,b", '"x""y",z', "", "1,,3", '"a\n', 'b",c'])), list(csv.reader(io.StringIO("a\tb\n"), delimiter="\t")), list(csv.reader(["1,2.5,\"q\""], quoting=csv.QUOTE_NONNUMERIC)))
out = io.StringIO()
csv.writer(out, quoting=csv.QUOTE_ALL).writerow([1, "a", None]); csv.writer(out, quoting=csv.QUOTE_NONNUMERIC).writerow([1, "a", 2.5]); csv.writer(out, delimiter="|", lineterminator="\n").writerow(["a|b", True, 1e10]); csv.writer(out, quoting=csv.QUOTE_NONE, escapechar="\\").writerow(["a,b", 'c"d']); csv.writer(out, dialect="excel-tab").writerow("xyz"); csv.writer(out, dialect="unix").writerow([""])
print(repr(out.getvalue()))
dw = csv.DictWriter(out, ["a"])
for bad in (lambda: dw.writerow({"b": 1}), lambda: csv.writer(5), lambda: csv.writer(out).writerow(5), lambda: csv.reader([], delimiter="ab"), lambda: csv.reader([], dialect="zz"), lambda: next(csv.reader([b"x"])), lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.reader(["x"], foo=1)):
    try: print(bad())
    except Exception as e: print(type(e), e)
print(csv.list_dialects(), csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter)
