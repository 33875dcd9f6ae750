/** The campaign context: which functions there are, and what each is wired from. */
@NullMarked
package io.updraft.campaign;

import org.jspecify.annotations.NullMarked;
