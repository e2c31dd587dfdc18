package org.quintain.core.toys.vault;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;

/** Finds the code byte by byte: at most 256 tries a byte. */
public class VaultAttack implements Reference<VaultLab.Challenge, VaultLab.Answer> {
    private final Lab<VaultLab.Challenge, VaultLab.Answer> lab;

    /** An attack on a vault with or without flaws. */
    public VaultAttack(Lab<VaultLab.Challenge, VaultLab.Answer> lab) {
        this.lab = lab;
    }

    @Override
    public Lab<VaultLab.Challenge, VaultLab.Answer> lab() {
        return lab;
    }

    @Override
    public VaultLab.Answer run(VaultLab.Challenge challenge) {
        challenge.keypad().rightBytes(new byte[0]);
        byte[] code = new byte[length(challenge)];
        for (int i = 0; i < code.length; i++) {
            int right = i;
            for (int guess = 0; guess < 256 && right <= i; guess++) {
                code[i] = (byte) guess;
                right = challenge.keypad().rightBytes(Arrays.copyOf(code, i + 1));
            }
            if (right <= i) {
                return new VaultLab.Answer(Bytes.of(code));
            }
        }
        return new VaultLab.Answer(Bytes.of(code));
    }

    /** The keypad refuses a code that is too long. */
    private static int length(VaultLab.Challenge challenge) {
        int length = 16;
        while (length > 0) {
            try {
                challenge.keypad().rightBytes(new byte[length]);
                return length;
            } catch (RefusedException tooLong) {
                length--;
            }
        }
        return length;
    }

    @Override
    public void honestUse(VaultLab.Challenge challenge) {
        challenge.keypad().rightBytes(new byte[8]);
    }

    @Override
    public List<NearMiss<VaultLab.Answer>> nearMisses(VaultLab.Challenge challenge, VaultLab.Answer right) {
        byte[] lastWrong = right.code().toArray();
        lastWrong[lastWrong.length - 1] ^= 1;
        byte[] firstWrong = right.code().toArray();
        firstWrong[0] ^= 1;
        return List.of(
                new NearMiss<>("last byte wrong", new VaultLab.Answer(Bytes.of(lastWrong)), Set.of("first-half")),
                NearMiss.of("first byte wrong", new VaultLab.Answer(Bytes.of(firstWrong))));
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(new HardSeat("longest code", Seat.practice(7), Map.of("length", "16")));
    }
}
