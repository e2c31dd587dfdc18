#!/usr/bin/env python3
"""Opens the dome of crypto.hash-length-extension: Preneel and van Oorschot, "MDx-MAC and Building Fast MACs from Hash
Functions", CRYPTO 1995, on H(key || message); Duong and Rizzo, advisory MOCB-01, 2009.

    python3 length_extension.py -- ./quintain serve-target crypto.hash-length-extension --practice 1

Starts the command behind "--" and speaks with it over its standard input and output, one JSON object a line. Works for
all three hash functions of the lab; their compression functions are written out, for hashlib cannot begin at a state of
one's own.
"""
import json
import math
import struct
import subprocess
import sys

MASK = 0xFFFFFFFF


def rotl(x, by):
    return (x << by | x >> 32 - by) & MASK


def md5(state, block):
    """The compression function of MD5, RFC 1321, section 3.4."""
    x = struct.unpack("<16I", block)
    a, b, c, d = state
    for i in range(64):
        f = (b & c | ~b & d, b & d | c & ~d, b ^ c ^ d, c ^ (b | ~d & MASK))[i // 16]
        k = (i, 5 * i + 1, 3 * i + 5, 7 * i)[i // 16] % 16
        s = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))[i // 16][i % 4]
        t = int(abs(math.sin(i + 1)) * 2**32)
        a, b, c, d = d, b + rotl(a + f + x[k] + t & MASK, s) & MASK, b, c
    return [u + v & MASK for u, v in zip(state, (a, b, c, d))]


def sha1(state, block):
    """The compression function of SHA-1, FIPS 180-4, section 6.1.2."""
    w = list(struct.unpack(">16I", block))
    for t in range(16, 80):
        w.append(rotl(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1))
    a, b, c, d, e = state
    for t in range(80):
        f = (b & c ^ ~b & d, b ^ c ^ d, b & c ^ b & d ^ c & d, b ^ c ^ d)[t // 20]
        k = (0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6)[t // 20]
        a, b, c, d, e = rotl(a, 5) + f + e + k + w[t] & MASK, a, rotl(b, 30), c, d
    return [u + v & MASK for u, v in zip(state, (a, b, c, d, e))]


def cube_root_bits(prime):
    """The first 32 bits behind the point of the prime's cube root: a constant of SHA-256."""
    root = round((prime << 96) ** (1 / 3))
    while root**3 > prime << 96:
        root -= 1
    while (root + 1) ** 3 <= prime << 96:
        root += 1
    return root & MASK


K = [cube_root_bits(n) for n in range(2, 312) if all(n % p for p in range(2, n))]  # the first 64 primes


def sha256(state, block):
    """The compression function of SHA-256, FIPS 180-4, section 6.2.2."""
    def rotr(x, *by):
        return rotl(x, 32 - by[0]) ^ rotl(x, 32 - by[1]) ^ (rotl(x, 32 - by[2]) if len(by) > 2 else 0)

    w = list(struct.unpack(">16I", block))
    for t in range(16, 64):
        s0 = rotr(w[t - 15], 7, 18) ^ w[t - 15] >> 3
        s1 = rotr(w[t - 2], 17, 19) ^ w[t - 2] >> 10
        w.append(s1 + w[t - 7] + s0 + w[t - 16] & MASK)
    a, b, c, d, e, f, g, h = state
    for t in range(64):
        t1 = h + rotr(e, 6, 11, 25) + (e & f ^ ~e & g) + K[t] + w[t]
        t2 = rotr(a, 2, 13, 22) + (a & b ^ a & c ^ b & c)
        a, b, c, d, e, f, g, h = t1 + t2 & MASK, a, b, c, d + t1 & MASK, e, f, g
    return [u + v & MASK for u, v in zip(state, (a, b, c, d, e, f, g, h))]


HASHES = {"MD5": (md5, "<"), "SHA-1": (sha1, ">"), "SHA-256": (sha256, ">")}


def padding(length, order):
    """What the hash function puts behind `length` bytes: 80, zeros, the length in bits."""
    return b"\x80" + bytes((55 - length) % 64) + struct.pack(order + "Q", 8 * length)


def extend(name, mac, hashed, more):
    """Takes up the hash `mac` of `hashed` bytes, whole blocks, and runs on over `more`."""
    compress, order = HASHES[name]
    state = struct.unpack(f"{order}{len(mac) // 4}I", mac)
    rest = more + padding(hashed + len(more), order)
    for at in range(0, len(rest), 64):
        state = compress(state, rest[at:at + 64])
    return struct.pack(f"{order}{len(state)}I", *state)


def call(on, name, *args):
    """Sends one call to the process and waits for its reply."""
    process.stdin.write(json.dumps({"id": 1, "on": on, "call": name, "args": args}) + "\n")
    process.stdin.flush()
    reply = json.loads(process.stdout.readline())
    if "result" not in reply:
        raise SystemExit(reply)
    return reply["result"]


if __name__ == "__main__":
    command = sys.argv[sys.argv.index("--") + 1:] if "--" in sys.argv else sys.exit(__doc__)
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    challenge = call("session", "challenge")
    observatory = challenge["observatory"]["target"]
    request, mac = bytes.fromhex(challenge["request"]), bytes.fromhex(challenge["mac"])
    extra = b"&do=open-dome"
    for key_length in range(8, 33):
        glue = padding(key_length + len(request), HASHES[challenge["hash"]][1])
        forged = request + glue + extra
        forged_mac = extend(challenge["hash"], mac, key_length + len(request + glue), extra)
        if call(observatory, "exec", forged.hex(), forged_mac.hex())["accepted"]:
            break
    answer = {"request": forged.hex(), "mac": forged_mac.hex(), "keyLength": key_length}
    print(json.dumps(answer))
    print(json.dumps(call("session", "submit", answer)))
    process.stdin.close()
    process.wait()
