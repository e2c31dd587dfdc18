package org.quintain.crypto.hashlengthextension;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.quintain.core.Bytes;
import org.quintain.core.Checker;
import org.quintain.core.Marking;
import org.quintain.core.Message;
import org.quintain.core.Verdict;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Answer;

/**
 * A forgery is a right MAC on a request that the run's server never signed: hence the record of the run. It counts in full
 * if the request opens the dome, and if the run's server opened it after few tries.
 */
final class HashLengthExtensionChecker implements Checker<Answer> {
    private final HashLengthExtensionTarget target;
    private final HashLengthExtensionMac mac;
    private final int keyBytes;

    /**
     * A checker of one run.
     *
     * @param target of the run that is judged
     * @param mac with the key
     * @param keyBytes length of the key
     */
    HashLengthExtensionChecker(HashLengthExtensionTarget target, HashLengthExtensionMac mac, int keyBytes) {
        this.target = target;
        this.mac = mac;
        this.keyBytes = keyBytes;
    }

    @Override
    public Verdict check(Answer answer) {
        byte[] request = answer.request().toArray();
        Marking marking = HashLengthExtensionLab.CARD.marking();
        if (!target.isRight(request, answer.mac().toArray())) {
            return marking.mark("forged", false, mistake(answer)).otherwise(Message.of("forgery-open"));
        }
        if (target.hasSigned(answer.request())) {
            return marking.mark("forged", false, Message.of("forged-signed")).otherwise(Message.of("forgery-open"));
        }
        boolean opens = HashLengthExtensionRequest.known(request).contains(HashLengthExtensionRequest.OPEN_DOME);
        marking.mark("forged", true, Message.of("forged-right"))
                .mark("command", opens, Message.of(opens ? "command-right" : "command-missing"));
        markKeyLength(marking, answer);
        return marking.mark("economy", opens && isFrugal(), economy(opens)).verdict();
    }

    private void markKeyLength(Marking marking, Answer answer) {
        int found = answer.keyLength();
        String why = "key-length-wrong";
        if (found == keyBytes) {
            why = "key-length-right";
        } else if (found == 8 * keyBytes) {
            why = "key-length-bits";
        } else if (found == keyBytes + startBytes(answer.request())) {
            why = "key-length-whole";
        }
        marking.mark("key-length", found == keyBytes, Message.of(why));
    }

    private int startBytes(Bytes request) {
        return target.longestSignedStart(request).map(Bytes::sizeBytes).orElse(0);
    }

    private boolean isFrugal() {
        return target.isDomeOpen() && target.tries() <= HashLengthExtensionLab.FRUGAL_TRIES;
    }

    private Message economy(boolean opens) {
        if (!opens) {
            return Message.of("economy-open");
        }
        return target.isDomeOpen()
                ? Message.of(
                        isFrugal() ? "economy-met" : "economy-missed",
                        "used",
                        target.tries(),
                        "most",
                        HashLengthExtensionLab.FRUGAL_TRIES)
                : Message.of("economy-not-sent");
    }

    /** What went wrong with a MAC that is not right, if it is a mistake that can be recognised. */
    private Message mistake(Answer answer) {
        byte[] request = answer.request().toArray();
        byte[] received = answer.mac().toArray();
        if (request.length == 0 || received.length == 0) {
            return Message.of("mac-empty");
        } else if (received.length != mac.sizeBytes()) {
            return Message.of("mac-size", "found", received.length, "wanted", mac.sizeBytes());
        } else if (mac.isHmac()) {
            return Message.of("mac-hardened");
        } else if (Arrays.equals(received, mac.unkeyed(request))) {
            return Message.of("mac-without-key");
        }
        Optional<Bytes> start = target.longestSignedStart(answer.request());
        if (start.isEmpty()) {
            return Message.of("request-other-start");
        } else if (target.isRight(start.get().toArray(), received)) {
            return Message.of("mac-unchanged");
        }
        int startBytes = start.get().sizeBytes();
        return Message.of(padding(Arrays.copyOfRange(request, startBytes, request.length), startBytes));
    }

    /** The key of the words on what stands behind the signed start, the MAC being wrong. */
    private String padding(byte[] behind, int startBytes) {
        ByteOrder right = mac.hashName().equals("MD5") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteOrder wrong = right == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        if (behind.length == 0 || behind[0] != (byte) 0x80) {
            return "padding-missing";
        } else if (isStart(
                HashLengthExtensionPadding.of(keyBytes + startBytes, 8L * (keyBytes + startBytes), right), behind)) {
            return "mac-state";
        }
        for (int guess = 0; guess <= HashLengthExtensionPadding.BLOCK_BYTES; guess++) {
            int bytes = guess + startBytes;
            if (isStart(HashLengthExtensionPadding.of(bytes, 8L * bytes, right), behind)) {
                return guess == 0 ? "padding-without-key" : "padding-other-length";
            } else if (isStart(HashLengthExtensionPadding.of(bytes, 8L * startBytes, right), behind)) {
                return "padding-without-key";
            } else if (isStart(HashLengthExtensionPadding.of(bytes, 8L * bytes, wrong), behind)) {
                return "padding-order";
            } else if (isStart(HashLengthExtensionPadding.of(bytes, bytes, right), behind)) {
                return "padding-bytes";
            }
        }
        return "padding-wrong";
    }

    private static boolean isStart(byte[] start, byte[] whole) {
        return whole.length >= start.length && Arrays.equals(start, 0, start.length, whole, 0, start.length);
    }
}
