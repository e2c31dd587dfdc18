package org.quintain.core.toys.crooked;

import org.quintain.core.toys.vault.VaultLab;

/** The sound vault, with a French brief that does not agree with the English one. */
public final class CrookedBriefsLab extends VaultLab {}
