/**
 * What happened on a network, kept for people: who said what to whom, and which frames lied about it.
 *
 * <pre>
 * Recorder       watches the networks of a run     Recording     one network: its lifelines and frames
 * RecordedFrame  a frame, its sender and receivers FrameKind     genuine, the learner's own, passed on, forged
 * FrameSummary   what a frame says, in one line    CaptureFile   a recording as pcapng
 * </pre>
 */
package org.quintain.net.sim.recording;
