/** Reaches connections through API Gateway. */
@NullMarked
package io.updraft.live.sockets;

import org.jspecify.annotations.NullMarked;
