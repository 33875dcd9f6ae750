/** A failed update is tried again by a user. */
@NullMarked
package io.updraft.device.retry;

import org.jspecify.annotations.NullMarked;
