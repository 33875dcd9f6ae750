/** Functions as Lambda runs them: bytes in, bytes out, within a time limit. */
@NullMarked
package io.updraft.local.lambda;

import org.jspecify.annotations.NullMarked;
