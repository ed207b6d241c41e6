# struct, binascii and hmac: values and errors
import struct, binascii, base64, hashlib, hmac
print(struct.pack("<HhIq", 1, -2, 3, -4), struct.pack(">f", 1.5), struct.pack("!d", -0.1), struct.pack("3sB?", b"abcdef", 255, True), struct.calcsize("ibh"), struct.calcsize("<ibh"))
print(struct.unpack("<HhIq", struct.pack("<HhIq", 1, -2, 3, -4)), struct.unpack(">f", b"\x3f\xc0\x00\x00"), struct.unpack("<d", struct.pack("<d", 3.14159)), struct.unpack("4s", b"abcd"), struct.unpack("<e", struct.pack("<e", 0.1)))
print([struct.unpack("<d", struct.pack("<d", x))[0] for x in (0.0, -0.0, 5e-324, 1.7e308, float("inf"), -2.5)], struct.pack("<f", 3.4e38), struct.pack("<d", float("nan")))
s = struct.Struct("!HB"); print(s.size, s.format, s.pack(500, 7), list(s.iter_unpack(s.pack(1, 2) + s.pack(3, 4))), struct.unpack_from("<H", b"\x00\x01\x02", 1))
buf = bytearray(8); struct.pack_into("<I", buf, 4, 0xDEADBEEF); print(buf)
header = struct.pack("!I", len(b"hello")) + b"hello"; (n,) = struct.unpack("!I", header[:4]); print(n, header[4:4 + n])
for bad in (lambda: struct.pack("B", 256), lambda: struct.pack("H"), lambda: struct.unpack("I", b"x"), lambda: struct.pack("z", 1), lambda: struct.pack("i", "a"), lambda: struct.pack("f", "a"), lambda: struct.pack("s", 1), lambda: struct.pack("b", 200), lambda: struct.unpack_from("I", b"abc"), lambda: struct.pack("<i", 2**31), lambda: struct.pack("3")):
    try: print(bad())
    except Exception as e: print(type(e), e)
print(binascii.hexlify(b"\x00\xff"), binascii.unhexlify("00ff"), binascii.crc32(b"hello"), binascii.b2a_base64(b"hi"), binascii.hexlify(b"abcd", "-"))
for bad in (lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: base64.b64decode("abc")):
    try: print(bad())
    except Exception as e: print(type(e), e)
print(hmac.new(b"key", b"msg", hashlib.sha256).hexdigest(), hmac.new(b"key", b"msg", "sha1").digest(), hmac.compare_digest("a", "a"), hmac.digest(b"k", b"m", "md5").hex())
