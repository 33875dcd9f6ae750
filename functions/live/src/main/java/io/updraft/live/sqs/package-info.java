/** Puts on the live queue what is to be delivered. */
@NullMarked
package io.updraft.live.sqs;

import org.jspecify.annotations.NullMarked;
