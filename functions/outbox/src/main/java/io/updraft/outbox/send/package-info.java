/** Publishes by hand, as a neighbour would. */
@NullMarked
package io.updraft.outbox.send;

import org.jspecify.annotations.NullMarked;
