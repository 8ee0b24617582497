namespace DroneFarm.Core.Text;

/// <summary>The languages that every sentence for people exists in.</summary>
public enum Language
{
    English,
    Chinese,
}
