/** The S3 server, and the events of objects that arrive there. */
@NullMarked
package io.updraft.local.object;

import org.jspecify.annotations.NullMarked;
