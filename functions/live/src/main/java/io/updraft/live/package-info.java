/** Live data: points as they are stored and alerts as they change, over a WebSocket. */
@NullMarked
package io.updraft.live;

import org.jspecify.annotations.NullMarked;
