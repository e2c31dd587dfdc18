package org.quintain.net.pcap4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.UdpPacket;
import org.pcap4j.packet.UnknownPacket;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;

class Pcap4jFramesTest {
    private static final Endpoints THERE = new Endpoints(2, 0x0A000001, 4, 0x0A000002);

    @Test
    void aFrameIsAPacketAndAFrameAgain() {
        byte[] frame = Frames.udp(THERE, 50_000, 9_999, new byte[] {1, 2, 3});
        Packet packet = Pcap4jFrames.packet(frame);
        assertInstanceOf(EthernetPacket.class, packet);
        assertEquals(9_999, packet.get(UdpPacket.class).getHeader().getDstPort().valueAsInt());
        assertArrayEquals(frame, Pcap4jFrames.frame(packet));
        assertNotSame(Pcap4jFrames.frame(packet), Pcap4jFrames.frame(packet));
    }

    @Test
    void bytesThatAreNoEthernetAreAPacketToo() {
        for (int length = 0; length < 14; length++) {
            byte[] bytes = Arrays.copyOf(new byte[] {1, 2, 3}, length);
            Packet packet = Pcap4jFrames.packet(bytes);
            assertInstanceOf(UnknownPacket.class, packet);
            assertArrayEquals(bytes, Pcap4jFrames.frame(packet));
        }
    }

    @Test
    void spoiltFramesGiveAPacketAndNoException() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 5_000; i++) {
            byte[] frame = Frames.tcp(THERE, 1, 2, 3, 4, 5, 6, new byte[random.nextInt(40)]);
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                frame[random.nextInt(12, frame.length)] = (byte) random.nextInt();
            }
            byte[] cut = Arrays.copyOf(frame, random.nextInt(frame.length + 1));
            assertDoesNotThrow(() -> Pcap4jFrames.packet(cut));
        }
    }

    /** A sound packet of protocol 58 on which pcap4j 1.8.2 throws {@link ArrayIndexOutOfBoundsException}. */
    @Test
    void aFrameThatPcap4jFailsOnIsAPacketToo() {
        byte[] frame = HexFormat.of()
                .parseHex("8f13028b5ef3aef09f3bb6d68100cd6a08004500004f00004000403a0b0987142b45032479ef917264bb2f17"
                        + "9492a7b12763b31545484a872805e09b3289458857f0a121438e5a05f1ba277da25c886c9f1fed4c3a40856f"
                        + "378fe0932ede3e6998");
        assertArrayEquals(frame, Pcap4jFrames.frame(Pcap4jFrames.packet(frame)));
    }

    /** The wire formats are used, and the adapter fails, by a loader that has our classes and not pcap4j. */
    @Test
    void withoutPcap4jOnlyTheAdapterIsMissing() throws Exception {
        ClassLoader loader = new WithoutPcap4j();
        Class<?> frames = loader.loadClass("org.quintain.net.wire.Frames");
        assertNotSame(Frames.class, frames);
        Object frame =
                frames.getMethod("arpRequest", long.class, int.class, int.class).invoke(null, 2L, 1, 2);
        assertArrayEquals(Frames.arpRequest(2, 1, 2), (byte[]) frame);
        Class<?> catalog = loader.loadClass("org.quintain.net.NetLabs");
        assertNotNull(catalog.getMethod("labs")
                .invoke(catalog.getDeclaredConstructor().newInstance()));
        Class<?> adapter = loader.loadClass("org.quintain.net.pcap4j.Pcap4jFrames");
        assertThrows(NoClassDefFoundError.class, adapter::getMethods);
    }

    private static final class WithoutPcap4j extends ClassLoader {
        WithoutPcap4j() {
            super(Pcap4jFramesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.pcap4j.") || name.startsWith("com.sun.jna.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.quintain.net.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
