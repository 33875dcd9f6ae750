/** Shows and changes what an organization wants to be different for itself. */
@NullMarked
package io.updraft.access.settings;

import org.jspecify.annotations.NullMarked;
