package org.quintain.net;

import java.util.List;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.net.arppoison.ArpPoisonLab;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab;
import org.quintain.net.dnskaminsky.DnsKaminskyLab;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab;
import org.quintain.net.tcphijack.TcpHijackLab;

/** The packet labs: a table of contents of this module; the fuzzing labs have their own. */
public final class NetLabs implements Catalog {
    private static final List<Lab<?, ?>> LABS = List.of(
            new ArpPoisonLab(),
            new BuildFrameByHandLab(),
            new DnsAnswerSpoofLab(),
            new DnsKaminskyLab(),
            new FindCleartextPasswordLab(),
            new IpFragmentOverlapLab(),
            new TcpHandshakeManualLab(),
            new TcpHijackLab());

    @Override
    public List<Lab<?, ?>> labs() {
        return LABS;
    }
}
