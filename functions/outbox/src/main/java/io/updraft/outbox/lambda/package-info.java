/** Calls functions through Lambda. */
@NullMarked
package io.updraft.outbox.lambda;

import org.jspecify.annotations.NullMarked;
