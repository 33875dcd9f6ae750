/** What must not stand in a variable, read from Secrets Manager when a function starts. */
@NullMarked
package io.updraft.secrets;

import org.jspecify.annotations.NullMarked;
