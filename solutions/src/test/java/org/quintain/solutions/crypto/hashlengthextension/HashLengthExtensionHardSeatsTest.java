package org.quintain.solutions.crypto.hashlengthextension;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.contract.HardSeat;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab;

/** Each hard seat has what its description claims; looked at with the length of the key, which an attack does not have. */
class HashLengthExtensionHardSeatsTest {
    private static final HashLengthExtensionLab LAB = new HashLengthExtensionLab();

    @Test
    void eachSeatIsListedAndEveryListedSeatIsProvedHere() {
        List<String> proved = List.of(
                "10 {}",
                "54 {}",
                "14 {}",
                "15 {}",
                "873 {}",
                "1292 {}",
                "13 {}",
                "36 {}",
                "8 {}",
                "20 {hash=sha1}",
                "22 {hash=sha1}",
                "29 {hash=sha1}",
                "11 {hash=md5}",
                "50 {hash=md5}",
                "73 {hash=md5}",
                "14 {hash=md5}");
        assertEquals(
                proved,
                new HashLengthExtensionAttack()
                        .hardSeats().stream()
                                .map((HardSeat hard) ->
                                        hard.seat().learner().substring("seat-".length()) + " " + hard.params())
                                .toList());
    }

    @Test
    void paddingJustFitsWithoutAZero() {
        assertEquals(55, wholeBytes(10, "sha256"));
        assertEquals(64 + 55, wholeBytes(873, "sha256"));
        assertEquals(55, wholeBytes(20, "sha1"));
        assertEquals(55, wholeBytes(11, "md5"));
        assertEquals(9, IteratedHash.SHA256.padding(55).length);
    }

    @Test
    void paddingTakesTheNextBlockToo() {
        assertEquals(56, wholeBytes(54, "sha256"));
        assertEquals(64 + 56, wholeBytes(1292, "sha256"));
        assertEquals(56, wholeBytes(22, "sha1"));
        assertEquals(56, wholeBytes(50, "md5"));
        assertEquals(72, IteratedHash.SHA256.padding(56).length);
    }

    @Test
    void blockIsFullOrLacksOneByte() {
        assertEquals(63, wholeBytes(14, "sha256"));
        assertEquals(64, wholeBytes(15, "sha256"));
        assertEquals(64, wholeBytes(73, "md5"));
    }

    @Test
    void countTakesTwoBytesFrom32BytesOn() {
        assertEquals(32, wholeBytes(13, "sha256"));
    }

    @Test
    void keyIsAsShortOrAsLongAsCanBe() {
        assertEquals(8, keyBytes(36, "sha256"));
        assertEquals(32, keyBytes(14, "sha256"));
        assertEquals(32, keyBytes(29, "sha1"));
        assertEquals(32, keyBytes(14, "md5"));
    }

    @Test
    void requestIsTheLongestThereIs() {
        assertEquals(90, requestBytes(8, "sha256"));
        for (int seat = 0; seat < 2000; seat++) {
            assertEquals(90, Math.max(90, requestBytes(seat, "sha256")));
        }
    }

    private static int wholeBytes(int seat, String hash) {
        return keyBytes(seat, hash) + requestBytes(seat, hash);
    }

    private static int keyBytes(int seat, String hash) {
        return 8 + setup(seat, hash).seed().secret("key-length").below(25);
    }

    private static int requestBytes(int seat, String hash) {
        return LAB.open(setup(seat, hash)).challenge().request().sizeBytes();
    }

    private static Setup setup(int seat, String hash) {
        return Setup.practice(LAB, seat, Params.of(HashLengthExtensionLab.HASH, hash));
    }
}
