/** What is on the queue is sent, where it is wanted. */
@NullMarked
package io.updraft.notification.send;

import org.jspecify.annotations.NullMarked;
