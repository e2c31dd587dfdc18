#!/usr/bin/env python3
"""Reads the log page of crypto.cbc-padding-oracle: Vaudenay, "Security Flaws Induced by CBC Padding", EUROCRYPT 2002.

    python3 padding_oracle.py -- ./quintain serve-target crypto.cbc-padding-oracle --practice 1

Starts the command behind "--" and speaks with it over its standard input and output, one JSON object a line.
"""
import json
import subprocess
import sys


def call(on, name, *args):
    """Sends one call to the process and waits for its reply."""
    process.stdin.write(json.dumps({"id": 1, "on": on, "call": name, "args": args}) + "\n")
    process.stdin.flush()
    reply = json.loads(process.stdout.readline())
    if "result" not in reply:
        raise SystemExit(reply)
    return reply["result"]


def is_padding_valid(before, block):
    return call(oracle, "isPaddingValid", bytes(before).hex(), block.hex())


def decrypt_block(block):
    """What AES makes of a block, found from the last byte to the first."""
    decrypted = [0] * 16
    for padding in range(1, 17):
        at = 16 - padding
        before = [byte ^ padding for byte in decrypted]  # from `at` + 1 on, the plaintext now reads `padding`
        for guess in range(256):
            before[at] = guess
            if is_padding_valid(before, block):
                # At the last byte the padding may be 02 02 or longer by chance. Only 01 survives this change:
                changed = [byte ^ (i == 14) for i, byte in enumerate(before)]
                if padding > 1 or is_padding_valid(changed, block):
                    break
        decrypted[at] = before[at] ^ padding
    return decrypted


command = sys.argv[sys.argv.index("--") + 1:] if "--" in sys.argv else sys.exit(__doc__)
process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
challenge = call("session", "challenge")
oracle = challenge["oracle"]["target"]
before, rest = bytes.fromhex(challenge["iv"]), bytes.fromhex(challenge["ciphertext"])
page = b""
while rest:
    block, rest = rest[:16], rest[16:]
    page += bytes(a ^ b for a, b in zip(decrypt_block(block), before))
    before = block
message = page[:-page[-1]]  # the last byte says how long the padding is
print(message.decode("utf-8", "replace"))
print(json.dumps(call("session", "submit", {"message": message.hex()})))
process.stdin.close()
process.wait()
