/** Tests of the packages; they run when all have been built, from Maven's phase verify on. */
@NullMarked
package io.updraft.coldstart.packaged;

import org.jspecify.annotations.NullMarked;
