/** Events that somebody may want to be told of are put on the queue. */
@NullMarked
package io.updraft.notification.dispatch;

import org.jspecify.annotations.NullMarked;
