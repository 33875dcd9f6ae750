/** Takes tokens for connections, and forgets connections that have ended. */
@NullMarked
package io.updraft.live.connect;

import org.jspecify.annotations.NullMarked;
