package org.quintain.crypto;

import java.util.List;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.crypto.caesarshift.CaesarShiftLab;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab;
import org.quintain.crypto.vigenereunknownlength.VigenereUnknownLengthLab;

/** The weak-cipher labs: the table of contents of this module. */
public final class CryptoLabs implements Catalog {
    private static final List<Lab<?, ?>> LABS = List.of(
            new CaesarShiftLab(),
            new CbcPaddingOracleLab(),
            new HashLengthExtensionLab(),
            new VigenereUnknownLengthLab());

    @Override
    public List<Lab<?, ?>> labs() {
        return LABS;
    }
}
