/** Reads of an event what its publisher must know. */
@NullMarked
package io.updraft.outbox.json;

import org.jspecify.annotations.NullMarked;
