package org.quintain.net.sim.tcp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A handler that remembers what it was told. */
class Recorder implements TcpHandler {
    final List<String> told = new ArrayList<>();
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TcpConnection connection;

    @Override
    public void connected(TcpConnection opened) {
        connection = opened;
        told.add("connected");
    }

    @Override
    public void data(TcpConnection from, byte[] array, int offset, int lengthBytes) {
        bytes.write(array, offset, lengthBytes);
    }

    @Override
    public void peerClosed(TcpConnection by) {
        told.add("peerClosed");
    }

    @Override
    public void writable(TcpConnection again) {
        told.add("writable");
    }

    @Override
    public void closed(TcpConnection over, CloseReason why) {
        told.add(why.toString());
    }

    String text() {
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
