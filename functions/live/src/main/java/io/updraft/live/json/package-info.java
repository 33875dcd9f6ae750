/** Live data as JSON: on the queue, held back, and on the socket. */
@NullMarked
package io.updraft.live.json;

import org.jspecify.annotations.NullMarked;
