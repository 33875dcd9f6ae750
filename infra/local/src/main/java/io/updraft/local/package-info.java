/** The one-machine runtime: the functions of the template on real parts, in one process. */
@NullMarked
package io.updraft.local;

import org.jspecify.annotations.NullMarked;
