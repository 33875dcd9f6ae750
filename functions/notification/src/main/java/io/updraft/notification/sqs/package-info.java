/** The queue between the two, on SQS. */
@NullMarked
package io.updraft.notification.sqs;

import org.jspecify.annotations.NullMarked;
