/** Puts on queues what others do with arrivals. */
@NullMarked
package io.updraft.telemetry.sqs;

import org.jspecify.annotations.NullMarked;
