package org.quintain.solutions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.quintain.core.Language;
import org.quintain.core.contract.Reference;
import org.quintain.core.contract.References;
import org.quintain.solutions.crypto.caesarshift.CaesarShiftAttack;
import org.quintain.solutions.crypto.cbcpaddingoracle.CbcPaddingOracleAttack;
import org.quintain.solutions.crypto.hashlengthextension.HashLengthExtensionAttack;
import org.quintain.solutions.crypto.vigenereunknownlength.VigenereUnknownLengthAttack;
import org.quintain.solutions.fuzz.toyrobot.ToyRobotAttack;
import org.quintain.solutions.net.arppoison.ArpPoisonAttack;
import org.quintain.solutions.net.buildframebyhand.BuildFrameByHandAttack;
import org.quintain.solutions.net.dnsanswerspoof.DnsAnswerSpoofAttack;
import org.quintain.solutions.net.dnskaminsky.DnsKaminskyAttack;
import org.quintain.solutions.net.findcleartextpassword.FindCleartextPasswordAttack;
import org.quintain.solutions.net.ipfragmentoverlap.IpFragmentOverlapAttack;
import org.quintain.solutions.net.tcphandshakemanual.TcpHandshakeManualAttack;
import org.quintain.solutions.net.tcphijack.TcpHijackAttack;

/** The reference attacks: the table of contents of this module. */
public final class ReferenceAttacks implements References {
    private static final List<Reference<?, ?>> ALL = List.of(
            new CaesarShiftAttack(),
            new CbcPaddingOracleAttack(),
            new HashLengthExtensionAttack(),
            new VigenereUnknownLengthAttack(),
            new ArpPoisonAttack(),
            new BuildFrameByHandAttack(),
            new DnsAnswerSpoofAttack(),
            new DnsKaminskyAttack(),
            new FindCleartextPasswordAttack(),
            new IpFragmentOverlapAttack(),
            new TcpHandshakeManualAttack(),
            new TcpHijackAttack(),
            new ToyRobotAttack());

    @Override
    public List<Reference<?, ?>> all() {
        return ALL;
    }

    @Override
    public Optional<String> debrief(Reference<?, ?> reference, Language language) {
        String name = "debrief." + language.tag() + ".md";
        try (InputStream in = reference.getClass().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }
}
