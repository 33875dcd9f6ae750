/** The notification service, reached by HTTP. */
@NullMarked
package io.updraft.notification.http;

import org.jspecify.annotations.NullMarked;
