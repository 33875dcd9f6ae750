/** Reads the events of streams and queues, in place of Lambda's own serializer. */
@NullMarked
package io.updraft.lambda.events;

import org.jspecify.annotations.NullMarked;
