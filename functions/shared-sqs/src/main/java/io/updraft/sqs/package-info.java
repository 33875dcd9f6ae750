/** Queues as the adapters of all contexts see them: what is put on them, and what they refuse. */
@NullMarked
package io.updraft.sqs;

import org.jspecify.annotations.NullMarked;
