/** JetStream as the broker of events: one connection, made when it is first needed. */
@NullMarked
package io.updraft.outbox.nats;

import org.jspecify.annotations.NullMarked;
