/** Queues: messages that functions put on them, and functions that are run with them. */
@NullMarked
package io.updraft.local.queue;

import org.jspecify.annotations.NullMarked;
