/** Pulls what neighbours publish, and hands it to the functions that want it. */
@NullMarked
package io.updraft.outbox.pull;

import org.jspecify.annotations.NullMarked;
