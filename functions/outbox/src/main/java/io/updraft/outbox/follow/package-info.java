/** Shows on a terminal what is published on NATS. */
@NullMarked
package io.updraft.outbox.follow;

import org.jspecify.annotations.NullMarked;
