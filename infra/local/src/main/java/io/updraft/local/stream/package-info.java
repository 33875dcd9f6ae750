/** Streams of tables as Lambda reads them: batches, partial failures, checkpoints. */
@NullMarked
package io.updraft.local.stream;

import org.jspecify.annotations.NullMarked;
