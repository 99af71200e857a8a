namespace Adversa.Worlds.Polygons;

/// <summary>The triangle nearest to a picture.</summary>
/// <param name="Triangle">Its vertices.</param>
/// <param name="Distance">Euclidean distance between picture and triangle, black 0 and white 1: the root of the sum over all pixels.</param>
public sealed record PolygonFit(PolygonTruth Triangle, double Distance);
