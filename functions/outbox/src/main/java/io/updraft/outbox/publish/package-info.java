/** Publishes what the stream of the outbox table brings. */
@NullMarked
package io.updraft.outbox.publish;

import org.jspecify.annotations.NullMarked;
