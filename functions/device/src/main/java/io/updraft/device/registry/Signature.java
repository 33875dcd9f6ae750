package io.updraft.device.registry;

import java.time.Instant;

/** Who makes a change, and when. */
record Signature(String user, Instant at) {}
